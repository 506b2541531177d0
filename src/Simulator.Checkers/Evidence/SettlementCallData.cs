using Simulator.Protocol.Ethereum;

namespace Simulator.Checkers.Evidence;

/// <summary>What a transaction on the inference chain asked the settlement relay to do, read from its bytes.</summary>
/// <param name="To">The called contract.</param>
/// <param name="Data">Calldata.</param>
/// <param name="Height">Its block.</param>
/// <param name="Succeeded">The contract did not revert.</param>
internal sealed record SettlementCallData(Address? To, byte[] Data, long Height, bool Succeeded)
{
    private const int SelectorLength = 4;

    private static readonly byte[] BatchSettle = [0x1b, 0x24, 0x3a, 0xe6];
    private static readonly byte[] SettleIndividual = [0x90, 0x48, 0x0a, 0xd1];

    public bool IsBatch => Data.AsSpan().StartsWith(BatchSettle);

    public bool IsIndividual => Data.AsSpan().StartsWith(SettleIndividual);

    /// <summary>A word of the arguments, from 0; zero where the calldata ends before it.</summary>
    public Hash32 Word(int index)
    {
        int start = SelectorLength + (index * Hash32.Length);
        return Data.Length >= start + Hash32.Length ? new Hash32(Data.AsSpan(start, Hash32.Length)) : Hash32.Zero;
    }
}
