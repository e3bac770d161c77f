/** Whom a token that the host signed is about, unchecked: enough to tell one user of this browser from another. */
export function subjectOf(identity: string): string {
  try {
    const claims = identity.split('.')[1] ?? '';
    const { sub } = JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/'))) as { readonly sub?: unknown };
    return typeof sub === 'string' ? sub : identity;
  } catch {
    return identity;
  }
}
