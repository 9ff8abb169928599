import type { Section } from '../document/block';
import type { Translate } from '../translate';

/** Why a single point matters, in words for a whole team. */
export function whySection(translate: Translate): Section {
  return {
    id: 'why',
    title: translate('Why a single point matters', {}),
    blocks: [
      {
        kind: 'paragraph',
        text: translate(
          'Where one person alone knows a component, all looks well while that person is there: changes are quick, alerts are answered, nobody needs to ask. That is why it goes unseen. It shows when the person is on holiday, ill, asleep or in another job. Then a fault lasts as long as somebody else needs to learn the component while it is broken.',
          {},
        ),
      },
      {
        kind: 'paragraph',
        text: translate(
          'It is no gift to that person either, who can never quite be away. Working harder does not end it, and neither does a better expert. Sharing does: how the component is built, written down; what is done by hand again and again, automated; what is done in an emergency, as a runbook that somebody else has followed; and a second person who has really changed it.',
          {},
        ),
      },
    ],
  };
}
