// The last line of a run, in the plain form that other tools read.
import type { Reporter, TestCase } from "@playwright/test/reporter";

export default class ClosingLine implements Reporter {
  private readonly tests = new Set<TestCase>();

  onTestEnd(test: TestCase): void {
    this.tests.add(test);
  }

  onEnd(): void {
    if (!this.tests.size) return;
    const count = (...outcomes: string[]) => [...this.tests].filter((t) => outcomes.includes(t.outcome())).length;
    const skipped = count("skipped");
    const tail = skipped ? `, ${skipped} skipped` : "";
    console.log(`\n${count("expected", "flaky")} passed, ${count("unexpected")} failed${tail}`);
  }
}
