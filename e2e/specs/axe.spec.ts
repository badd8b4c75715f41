// No breach of WCAG 2.2 A and AA or of axe's best practice, on any page, in any look.
import { breachesInEveryLook } from "../lib/axe";
import { samples } from "../lib/pages";
import { expect, test } from "../lib/test";
import { withoutScript } from "../lib/visit";

for (const sample of samples) {
  test(`${sample.name}, with script`, async ({ page, visit }) => {
    await visit(sample);
    expect(await breachesInEveryLook(page)).toEqual([]);
  });

  test(`${sample.name}, without script`, async ({ page, visit }) => {
    const scriptOn = await withoutScript(page);
    await visit(sample);
    await scriptOn();
    expect(await breachesInEveryLook(page)).toEqual([]);
  });
}
