import type { Answers, Link } from '../link';
import type { ChildConfig, ChildOps, HostOps } from '../messages';

/** What the parts of the stand-in share. */
export interface StubContext {
  readonly config: ChildConfig;
  readonly link: Pick<Link<HostOps, ChildOps>, 'ask' | 'tell'>;
  /** Notes a side effect that a test may look at. */
  readonly record: (api: string, ...args: unknown[]) => void;
}

/** The answers that one part gives to the test process. */
export type SomeAnswers = Partial<Answers<ChildOps>>;
