// What is heard of a page: names that agree with what is seen, headings that say something, tables with headers.
import type { Page } from "@playwright/test";

export async function illNamed(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const words = (text: string) => text.replace(/\s+/g, " ").trim().toLowerCase();
    const named = [...document.querySelectorAll<HTMLElement>("a[aria-label], button[aria-label], summary[aria-label]")];
    const differ = named.filter((one) => one instanceof HTMLElement && !words(one.ariaLabel ?? "").includes(words(one.innerText)));
    const silent = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter((one) => words(one.textContent ?? "") === "");
    const headers = [...document.querySelectorAll("th:not([scope])")];
    return [...differ, ...silent, ...headers].map((one) => one.outerHTML.slice(0, 160));
  });
}
