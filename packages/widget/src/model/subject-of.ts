/** Whom a token that the host signed is about, unchecked: enough to tell one user of this browser from another. */
export function subjectOf(identity: string | undefined): string | null {
  if (!identity) return null;
  try {
    const claims = identity.split('.')[1] ?? '';
    const { sub }: { readonly sub?: unknown } = JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/')));
    return typeof sub === 'string' ? sub : identity;
  } catch {
    return identity;
  }
}
