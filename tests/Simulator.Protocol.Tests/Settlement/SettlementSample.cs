using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Settlement;
using Simulator.Protocol.Tests.Vectors;

namespace Simulator.Protocol.Tests.Settlement;

/// <summary>Rows of the published vector, and arbitrary ones that are the same in every run.</summary>
internal static class SettlementSample
{
    public static readonly Hash32 InputHash =
        Hash32.Parse("0xceea7a7f0a631f54846aae80440ccd9ac4576b2750e81e029673faa5bf316dde");

    public static readonly Hash32 OutputHash =
        Hash32.Parse("0xb6e16d27ac5ab427a7f68900ac5559ce272dc6c37c82b3e052246c82244c50e4");

    /// <summary>Enclave ids 0x11…, 0x22…, 0x33…, signatures of 4, 5 and 6 bytes 0xab, consecutive seconds.</summary>
    public static readonly SettlementRow[] Rows = [.. Enumerable.Range(0, 3).Select(i => new SettlementRow(
        new Hash32([.. Enumerable.Repeat((byte)(0x11 * (i + 1)), 32)]),
        InputHash,
        OutputHash,
        [.. Enumerable.Repeat((byte)0xab, 4 + i)],
        1770000000UL + (ulong)i))];

    public static SettlementRow Arbitrary(int number, int signatureLength = 256) => new(
        new Hash32(SampleBytes.Of(number % 7, "tee", 32)),
        new Hash32(SampleBytes.Of(number, "input", 32)),
        new Hash32(SampleBytes.Of(number, "output", 32)),
        SampleBytes.Of(number, "signature", signatureLength),
        1770000000UL + (ulong)number);
}
