/** Takes away what was shown last, once what stands in its place is drawn. Does nothing where it has gone. */
export function liftSight(): void {
  document.getElementById('last-sight')?.remove();
}
