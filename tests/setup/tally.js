/** @typedef {import("./stages.js").Tally} Tally */

/**
 * Counts of Vitest's JSON report. A file that fails outside of its tests (it does not even load) counts one failure.
 * @param {unknown} report
 * @returns {Tally}
 */
export function readVitest(report) {
  const { testResults } =
    /** @type {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} */ (report);
  let passed = 0;
  let failed = 0;
  for (const { status, assertionResults } of testResults) {
    const failures = assertionResults.filter((test) => test.status === "failed").length;
    passed += assertionResults.filter((test) => test.status === "passed").length;
    failed += status === "failed" ? Math.max(failures, 1) : failures;
  }
  return { passed, failed };
}

/**
 * Counts of Playwright's JSON report. A test that passed only when tried again has failed.
 * @param {unknown} report
 * @returns {Tally}
 */
export function readPlaywright(report) {
  const { stats } = /** @type {{ stats: { expected: number, unexpected: number, flaky: number } }} */ (
    report
  );
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}
