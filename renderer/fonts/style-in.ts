/** What `read` finds in the style that words of a language (BCP 47) have now, whatever the language of the page is. */
export function styleIn<Read>(language: string, read: (style: CSSStyleDeclaration) => Read): Read {
  const probe = document.createElement('span');
  probe.lang = language;
  probe.hidden = true;
  document.documentElement.append(probe);
  const found = read(getComputedStyle(probe));
  probe.remove();
  return found;
}
