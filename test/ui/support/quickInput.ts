import type { Locator, Page } from 'playwright-core';
import { answered, until } from './until';

/** The list or the input in which VS Code asks. */
export class QuickInput {
  readonly #widget: Locator;
  readonly #input: Locator;

  constructor(private readonly page: Page) {
    this.#widget = page.locator('.quick-input-widget:visible');
    this.#input = this.#widget.locator('input[type="text"]').first();
  }

  /** Presses a key, or one after the other, until the list that says so is there. */
  async open(name: string, ...keys: readonly string[]): Promise<void> {
    await until(this.#widget.locator(`input[aria-label*="${name}"], input[placeholder*="${name}"]`), async () => {
      for (const key of keys) await this.page.keyboard.press(key);
    });
  }

  /** Waits for a text in what is asked. */
  async says(text: string): Promise<void> {
    await this.#widget.getByText(text).or(this.#widget.getByPlaceholder(text)).first().waitFor();
  }

  /** Types, and waits until the first row shows the text. */
  async top(typed: string, expected: string): Promise<Locator> {
    await this.#input.fill(typed);
    const first = this.#widget.locator('.monaco-list-row').first();
    await first.filter({ hasText: expected }).waitFor();
    return first;
  }

  /** Types, and takes the first row, which is to show the text. */
  async pick(typed: string, expected: string): Promise<void> {
    await this.top(typed, expected);
    await this.#enter();
  }

  /** Takes what is proposed where the text is in what is asked. */
  async accept(text: string): Promise<void> {
    await this.says(text);
    await this.#enter();
  }

  /** Types an answer to what is asked. */
  async answer(question: string, text: string): Promise<void> {
    await this.says(question);
    await this.#input.fill(text);
    await this.#enter();
  }

  /** Saves in another place than the one proposed. @param beside what is in the folder of the place, too */
  async saveTo(place: string, proposed: string, beside: string): Promise<void> {
    // The dialog puts its own proposal in when it is ready, over whatever was typed before.
    await answered(
      `The proposal ${proposed}`,
      () => this.#input.inputValue(),
      value => value.endsWith(proposed),
    );
    await this.#input.fill(place);
    // Until it shows what is in that folder it takes no Enter.
    await this.says(beside);
    await this.#enter();
    await this.#widget.waitFor({ state: 'detached' });
  }

  async leave(): Promise<void> {
    await this.#input.press('Escape');
    await this.#widget.waitFor({ state: 'detached' });
  }

  /** In the input itself: a view that is drawn anew takes the focus. */
  async #enter(): Promise<void> {
    await this.#input.press('Enter');
  }
}
