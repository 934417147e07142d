/** A press of a key as the browser tells it, as plain data. */
export const pressedIn = (event: KeyboardEvent) => ({
  ...{ key: event.key, code: event.code, ctrlKey: event.ctrlKey, metaKey: event.metaKey },
  ...{ altKey: event.altKey, shiftKey: event.shiftKey, isAltGraph: event.getModifierState('AltGraph') },
});
