namespace Simulator.Chain.Blocks;

/// <summary>An account outside of contracts: its next transaction nonce and its native coin for fees.</summary>
public readonly record struct AccountState(ulong Nonce, UInt128 Wei);
