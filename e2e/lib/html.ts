// Is HTML valid, as it is sent?
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ["html-validate:recommended", "html-validate:document"],
    rules: {
      // How the source is laid out is the templates' own affair.
      "attr-quotes": "off",
      "doctype-style": "off",
      "no-trailing-whitespace": "off",
      "attribute-boolean-style": "off",
      "void-style": "off",
      // Our own files, from our own address, under a name that is their hash.
      "require-sri": "off",
      // A project's title is as long as it is.
      "long-title": "off",
      // The policy of the site forbids it.
      "no-inline-style": "error",
      // A group of boxes to tick shares one name; so says HTML.
      "form-dup-name": ["error", { shared: ["radio", "checkbox", "submit", "button", "reset"] }],
      // What a form lacks stands before the heading of the page.
      "heading-level": ["error", { minInitialRank: "h2" }],
      // A list may have a name.
      "aria-label-misuse": ["error", { allowAnyNamable: true }],
    },
  }),
);

/** The inputs of a field that holds several share its name too, and are numbered. */
const isOfSeveral = (ruleId: string, selector: string | null): boolean => ruleId === "form-dup-name" && /-\d+$/.test(selector ?? "");

/** One line for each fault, with where it is. */
export async function invalid(html: string): Promise<string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap((result) =>
    result.messages.filter((m) => !isOfSeveral(m.ruleId, m.selector)).map((m) => `${m.line}:${m.column} ${m.ruleId}: ${m.message} (${m.selector})`),
  );
}
