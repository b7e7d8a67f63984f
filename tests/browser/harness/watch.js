// Runs in every document before its own scripts and notes what a test asks about afterwards.
(() => {
  const seen = { violations: [], longTasks: [], shifts: [], workers: [] };
  Object.defineProperty(window, "__seen", { value: seen });
  document.addEventListener("securitypolicyviolation", (event) => {
    seen.violations.push(`${event.effectiveDirective} forbids ${event.blockedURI || "inline code"}`);
  });
  window.Worker = class extends Worker {
    constructor(address, options) {
      super(address, options);
      seen.workers.push(String(address));
    }
  };
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) seen.longTasks.push(task.duration);
  }).observe({ type: "longtask", buffered: true });
  new PerformanceObserver((list) => {
    // What moves because a person pressed something is expected.
    for (const shift of list.getEntries()) if (!shift.hadRecentInput) seen.shifts.push(shift.value);
  }).observe({ type: "layout-shift", buffered: true });
})();
