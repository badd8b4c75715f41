// The headers that keep a reader safe, whatever the answer is.
import { expect } from "@playwright/test";

const directives = (policy: string) =>
  new Map(policy.split(";").map((part) => part.trim().split(/\s+/)).map(([name = "", ...values]) => [name, values.join(" ")]));

export function expectSafe(headers: Record<string, string>, path: string): void {
  const policy = directives(headers["content-security-policy"] ?? "");
  expect(policy.get("default-src")).toBe("'none'");
  expect(policy.get("script-src")).toBe("'self'");
  expect(policy.get("style-src")).toBe("'self'");
  expect(policy.get("frame-ancestors")).toBe("'none'");
  expect(policy.get("base-uri")).toBe("'none'");
  expect(policy.get("form-action")).toBe("'self'");
  expect(headers["content-security-policy"]).not.toContain("unsafe");
  expect(headers["strict-transport-security"]).toMatch(/max-age=(3153\d{4}|[4-9]\d{7,}); includeSubDomains/);
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["referrer-policy"]).toMatch(/^(no-referrer|same-origin|strict-origin|strict-origin-when-cross-origin)$/);
  expect(headers["permissions-policy"]).toMatch(/camera=\(\).*geolocation=\(\)/);
  expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
  // The search is open to the scripts of other sites, and only the search.
  expect(headers["cross-origin-resource-policy"]).toBe(path.startsWith("/api/") ? "cross-origin" : "same-origin");
  expect(headers["set-cookie"]).toBeUndefined();
  expect(headers.server ?? "").not.toMatch(/\d/);
  if (headers["content-type"]) expect(headers["content-type"]).toMatch(/^(text\/html|application\/json)(; charset=utf-8)?$/);
  if (headers["content-type"]?.startsWith("text/")) expect(headers["content-type"]).toContain("charset=utf-8");
}
