import { hexadecimal, nodeHash } from './leaf';

/**
 * The roots of RFC 6962's tree over the leaves of a case: one number for its first events together. Whoever notes one
 * down sees later whether the history still begins in the same way, whatever became of the log meanwhile.
 */
export class Fingerprints {
  /** Whole subtrees from the largest to the smallest, as the ones of the binary number of leaves. */
  private readonly subtrees: { hash: Uint8Array; size: number }[] = [];
  private readonly roots: string[] = [];

  /** Takes the next leaf. */
  add(leaf: Uint8Array): void {
    let grown = { hash: leaf, size: 1 };
    for (let last = this.subtrees[this.subtrees.length - 1]; last?.size === grown.size; last = this.subtrees[this.subtrees.length - 1]) {
      this.subtrees.pop();
      grown = { hash: nodeHash(last.hash, grown.hash), size: 2 * grown.size };
    }
    this.subtrees.push(grown);
    const hashes = this.subtrees.map(({ hash }) => hash);
    this.roots.push(hexadecimal(hashes.reduceRight((right, left) => nodeHash(left, right))));
  }

  /** That of the first events, one for each number of them. */
  get all(): readonly string[] {
    return this.roots;
  }
}
