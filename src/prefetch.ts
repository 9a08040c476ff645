/** Which code does the page fetch last, so that it never has to ask for anything while it is used? */

/** Resolves when all of it has arrived or failed to; what failed is said where it is missed. */
export async function prefetchRest(): Promise<void> {
  await Promise.allSettled([
    import('./samples/makeSample.ts'),
    import('./editor/watchView.ts').then(({ watchFields }) => watchFields()),
    import('./claims/claimLibrary.ts').then(({ loadClaimLibrary }) => loadClaimLibrary()),
    import('./reference/library.ts').then(({ loadReference }) => loadReference()),
    import('./header/headerLibrary.ts').then(({ loadHeaderLibrary }) => loadHeaderLibrary()),
    import('./verification/verifyAsymmetric.ts'),
    import('./state/signActs.ts').then(({ loadSigning }) => loadSigning()),
    import('./samples/newKey.ts'),
    import('./samples/rareSamples.ts'),
    import('./encryption/openToken.ts'),
    import('./keys/describeCertificate.ts'),
    import('./screens/palette/CommandPalette.tsx'),
    import('./screens/OtherScreen.tsx'),
    import('./screens/session/SessionScreen.tsx'),
    import('./screens/learn/LearnScreen.tsx'),
    import('./screens/attack/AttackScreen.tsx'),
  ])
  // the largest comes last, when all else works already
  const { startRichFields } = await import('./richFields.ts')
  await startRichFields()
}
