import { useEffect, useState } from 'react';

/** True once `isOn` has been so for `milliseconds`: what is quick shows no skeleton. */
export function useDelayed(isOn: boolean, milliseconds = 200): boolean {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    if (!isOn) return;
    const timer = setTimeout(() => setIsLate(true), milliseconds);
    return () => {
      clearTimeout(timer);
      setIsLate(false);
    };
  }, [isOn, milliseconds]);
  return isOn && isLate;
}
