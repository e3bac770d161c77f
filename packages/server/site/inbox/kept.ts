/** What this browser tab remembers, and nothing beyond it. */
export const kept = {
  read: (key: 'token' | 'teammate') => sessionStorage.getItem(`deskkit-${key}`) ?? undefined,
  write: (key: 'token' | 'teammate', value: string) => sessionStorage.setItem(`deskkit-${key}`, value),
  forget: (key: 'token' | 'teammate') => sessionStorage.removeItem(`deskkit-${key}`),
};
