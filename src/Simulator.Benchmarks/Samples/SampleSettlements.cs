using System.Text;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Settlement;

namespace Simulator.Benchmarks.Samples;

/// <summary>A batch of twenty answers and the settlement headers of one.</summary>
internal static class SampleSettlements
{
    public const int BatchSize = 20;

    public static readonly SettlementRow[] Rows = [.. Enumerable.Range(0, BatchSize).Select(Row)];

    public static readonly byte[] Dump = BatchTree.Build(Rows[..8]).DumpJson();

    public static readonly byte[] BatchHeader = Encoding.ASCII.GetBytes(
        new SettlementData(
            Rows[0].TeeId,
            Rows[0].InputHash.ToBareString(),
            Rows[0].OutputHash.ToString(),
            Convert.ToBase64String(Rows[0].TeeSignature),
            1_770_000_000UL,
            Individual: null).Header());

    public static readonly byte[] IndividualHeader = Encoding.ASCII.GetBytes(Convert.ToBase64String(
        Encoding.UTF8.GetBytes(
            $$$"""{"tee_id":"{{{Rows[0].TeeId}}}","input_hash":"{{{Rows[0].InputHash}}}","output_hash":"{{{Rows[0].OutputHash}}}","tee_signature":"q6urqw==","tee_timestamp":1770000000,"timestamp":"1770000001","input":{"model": "gpt-5", "temperature": 1.0},"output":null,"eth_address":"{{{SamplePayments.Payer}}}"}""")));

    private static SettlementRow Row(int number) => new(
        Keccak256.HashText($"tee {number % 7}"),
        Keccak256.HashText($"input {number}"),
        Keccak256.HashText($"output {number}"),
        [.. Enumerable.Range(0, 8).SelectMany(part => Keccak256.HashText($"signature {number} {part}").ToArray())],
        1_770_000_000UL + (ulong)number);
}
