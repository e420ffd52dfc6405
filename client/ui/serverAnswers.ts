/** Whether this page could be loaded now: a page that left for a server that is gone would stand on the browser's own error page. */
export const serverAnswers = async (): Promise<boolean> => {
  try {
    return (await fetch(window.location.pathname, { cache: "no-store" })).ok;
  } catch {
    return false; // the next look asks again
  }
};
