namespace Simulator.Protocol.Ethereum;

/// <summary>Storage a transaction announces it will touch (EIP-2930).</summary>
/// <param name="Account">The contract.</param>
/// <param name="Slots">Its storage slots.</param>
public sealed record AccessListEntry(Address Account, IReadOnlyList<Hash32> Slots);
