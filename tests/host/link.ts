/** Requests that one side can make: the type of the arguments and of the result, by name. */
type Ops<Table> = { readonly [Op in keyof Table]: { args: unknown; result: unknown } };

/** Functions that answer the requests of the other side. */
export type Answers<Table extends Ops<Table>> = {
  readonly [Op in keyof Table]: (args: Table[Op]['args']) => Table[Op]['result'] | Promise<Table[Op]['result']>;
};

/** A message as it goes over the wire. */
interface Message {
  readonly id?: number;
  readonly re?: number;
  readonly op?: string;
  readonly args?: unknown;
  readonly result?: unknown;
  readonly error?: string;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

const messageOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

/** Requests and replies between two processes over a channel that carries messages both ways. */
export class Link<Theirs extends Ops<Theirs>, Mine extends Ops<Mine>> {
  readonly #send: (message: object) => void;
  readonly #answers: Answers<Mine>;
  readonly #onError: (op: string, error: unknown) => void;
  readonly #waiting = new Map<number, Waiting>();
  #count = 0;

  constructor(send: (message: object) => void, answers: Answers<Mine>, onError: (op: string, error: unknown) => void) {
    this.#send = send;
    this.#answers = answers;
    this.#onError = onError;
  }

  /** Asks the other side, and waits for what it answers. */
  ask<Op extends keyof Theirs & string>(op: Op, args: Theirs[Op]['args']): Promise<Theirs[Op]['result']> {
    return new Promise((resolve, reject) => {
      const id = ++this.#count;
      this.#waiting.set(id, { resolve, reject });
      this.#send({ id, op, args });
    });
  }

  /** Tells the other side something that has no answer. */
  tell<Op extends keyof Theirs & string>(op: Op, args: Theirs[Op]['args']): void {
    this.#send({ op, args });
  }

  /** Takes in a message of the other side. */
  async receive(raw: unknown): Promise<void> {
    const message = raw as Message;
    if (message.re !== undefined) {
      this.#settle(message);
      return;
    }
    const op = message.op ?? '';
    if (!(op in this.#answers)) throw new Error(`host: unknown request ${op}`);
    try {
      const answer = this.#answers[op as keyof Mine];
      const result = await answer(message.args);
      if (message.id !== undefined) this.#send({ re: message.id, result });
    } catch (error) {
      if (message.id !== undefined) this.#send({ re: message.id, error: messageOf(error) });
      else this.#onError(op, error);
    }
  }

  /** Lets everything fail that still waits: the other side is gone. */
  cut(reason: string): void {
    for (const { reject } of this.#waiting.values()) reject(new Error(reason));
    this.#waiting.clear();
  }

  #settle({ re = 0, result, error }: Message): void {
    const waiting = this.#waiting.get(re);
    this.#waiting.delete(re);
    if (error === undefined) waiting?.resolve(result);
    else waiting?.reject(new Error(error));
  }
}
