const two = (part: number): string => String(part).padStart(2, '0');

/** Day and time of the person's own clock, as file names carry them. */
export function stampOf(time: number): { readonly day: string; readonly time: string } {
  const at = new Date(time);
  return {
    day: `${String(at.getFullYear())}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
    time: `${two(at.getHours())}${two(at.getMinutes())}${two(at.getSeconds())}`,
  };
}
