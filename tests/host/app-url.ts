/**
 * Addresses of the app's own schemes, which Chromium does not know, and the ones it loads instead:
 * `app://host/path` is `http://host.app.localhost/path`, a secure context too.
 */
export class AppUrls {
  readonly #schemes = new Set<string>();

  /** All schemes that the app serves. */
  get schemes(): readonly string[] {
    return [...this.#schemes];
  }

  add(scheme: string): void {
    this.#schemes.add(scheme);
  }

  /** The address that Chromium loads. */
  toPage(url: string): string {
    const [, scheme = '', host = '', rest = ''] = /^([a-z][\w+.-]*):\/\/([^/?#]*)(.*)$/.exec(url) ?? [];
    return this.#schemes.has(scheme) ? `http://${host}.${scheme}.localhost${rest === '' ? '/' : rest}` : url;
  }

  /** The address that main sees. */
  toApp(url: string): string {
    const [, host = '', scheme = '', rest = ''] =
      /^http:\/\/([^/?#]*)\.([a-z][\w+-]*)\.localhost(?::80)?(.*)$/.exec(url) ?? [];
    return this.#schemes.has(scheme) ? `${scheme}://${host}${rest}` : url;
  }

  /** A content security policy in which the app's schemes are named as Chromium knows them. */
  policyForPage(policy: string): string {
    return policy.replace(/(?<=\s)([a-z][\w+-]*):(?=\s|;|$)/g, (all, scheme: string) =>
      this.#schemes.has(scheme) ? `http://*.${scheme}.localhost` : all,
    );
  }
}
