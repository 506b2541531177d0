using Simulator.Primitives;

namespace Simulator.Economics.Ledgers;

/// <summary>One entry of the ledger.</summary>
/// <param name="Entry">Number from 1, without gaps.</param>
/// <param name="Debit">The account that gives; null for a mint.</param>
/// <param name="Credit">The account that receives; null for a burn.</param>
/// <param name="Amount">The amount on both sides.</param>
/// <param name="Cause">Why it moved.</param>
public readonly record struct Posting<TAccount>(long Entry, TAccount? Debit, TAccount? Credit, OpgAmount Amount, string Cause)
    where TAccount : struct, IEquatable<TAccount>;
