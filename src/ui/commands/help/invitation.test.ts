import { expect, test } from 'vitest';
import { useSettings } from '../../state/settings.ts';
import { tried, tryOnDefaultDocument } from '../testing/trying.ts';
import { invitation } from './invitation.ts';

tryOnDefaultDocument();

test('whoever has put the invitation away is invited again, with nothing tried', async () => {
  useSettings.setState({ welcomed: true, tried: ['style'] });
  await tried(invitation);
  expect(useSettings.getState()).toMatchObject({ welcomed: false, tried: [] });
});
