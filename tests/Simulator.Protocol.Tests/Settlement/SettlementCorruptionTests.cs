using Simulator.Protocol.Blobs;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Settlement;
using Simulator.Protocol.Tests.Vectors;

namespace Simulator.Protocol.Tests.Settlement;

/// <summary>
/// Settlement headers and calls authenticate nothing by themselves: whoever sends them may claim anything, and the
/// enclave's signature inside is checked by others. The test holds how much of a corruption the form itself catches.
/// </summary>
public sealed class SettlementCorruptionTests
{
    private static readonly Address Relay = new([.. Enumerable.Repeat((byte)0x51, 20)]);

    [Fact]
    public void A_corrupted_header_is_refused_by_name_or_means_the_same_or_claims_something_else()
    {
        SettlementData original = new(
            SettlementSample.Rows[0].TeeId,
            SettlementSample.InputHash.ToString(),
            SettlementSample.OutputHash.ToString(),
            "q6urqw==",
            1770000000UL,
            Individual: null);
        SortedDictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach ((_, byte[] message) in Corruption.OfEveryByte(Convert.FromBase64String(original.Header())))
        {
            Count(counts, HeaderFate(original, Convert.ToBase64String(message)));
        }

        Assert.Equal(
            [
                ("claims another enclave", 1344),
                ("claims another input", 1317),
                ("claims another output", 1322),
                ("claims another signature", 1374),
                ("claims another time", 118),
                ("refused:Bytes32Malformed", 39736),
                ("refused:FieldMissing", 11722),
                ("refused:NotBase64Json", 22362),
                ("refused:SignatureUndecodable", 2),
                ("refused:UintNotWhole", 4),
                ("same meaning", 2554),
            ],
            counts.Select(pair => (pair.Key, pair.Value)));
    }

    [Fact]
    public void Corrupted_call_data_is_refused_or_is_another_call()
    {
        byte[] batch = BatchSettleCall.Of(Relay, SettlementSample.InputHash, 20, BlobId.Of("blob"u8)).Encode();
        byte[] individual =
            SettleIndividualCall.Of(Relay, SettlementSample.Rows[0], Relay, BlobId.Of("blob"u8)).Encode();

        (int refused, int same, int different) = Fates(batch, bytes =>
            BatchSettleCall.TryDecode(Relay, bytes, out BatchSettleCall? call) ? call : null);
        (int refusedToo, int sameToo, int differentToo) = Fates(individual, bytes =>
            SettleIndividualCall.TryDecode(Relay, bytes, out SettleIndividualCall? call) ? call : null);

        // The same: the 21 bytes of padding behind the blob id.
        Assert.Equal((17274, 21 * 255, 27351), (refused, same, different));
        // The same: 21 bytes behind the blob id and 28 behind the four-byte signature.
        Assert.Equal((36538, 49 * 255, 49907), (refusedToo, sameToo, differentToo));
    }

    [Fact]
    public void Noise_is_refused_and_never_throws()
    {
        byte[] dump = BatchTree.Build(SettlementSample.Rows).DumpJson();
        for (int n = 0; n < 20_000; n++)
        {
            byte[] noise = SampleBytes.Of(n, "noise", n % 200);
            byte[] mutated = [.. dump];
            foreach (byte[] change in SampleBytes.Of(n, "mutation", 12).Chunk(3))
            {
                mutated[((change[0] << 8) | change[1]) % mutated.Length] = change[2];
            }

            Assert.False(BatchTree.TryLoad(noise, out _, out _));
            Assert.Equal(
                BatchTree.TryLoad(mutated, out _, out BatchDumpRefusal refusal),
                refusal == BatchDumpRefusal.Unset);
            Assert.False(SettlementData.TryParse(
                SettlementType.Individual, Convert.ToBase64String(noise), out _, out SettlementDataRefusal? badHeader));
            Assert.NotEmpty(badHeader.Message);
        }
    }

    private static string HeaderFate(SettlementData original, string header)
    {
        if (!SettlementData.TryParse(
            SettlementType.Batch, header, out SettlementData? data, out SettlementDataRefusal? refusal)
            || !data.TryRow(out SettlementRow? row, out refusal))
        {
            return $"refused:{refusal.Error}";
        }

        Assert.True(original.TryRow(out SettlementRow? expected, out _));
        return row == expected ? "same meaning" : $"claims another {Differing(expected, row)}";
    }

    private static string Differing(SettlementRow expected, SettlementRow row) =>
        row.TeeId != expected.TeeId ? "enclave"
        : row.InputHash != expected.InputHash ? "input"
        : row.OutputHash != expected.OutputHash ? "output"
        : row.Timestamp != expected.Timestamp ? "time"
        : "signature";

    private static (int Refused, int Same, int Different) Fates(byte[] callData, Func<byte[], ContractCall?> decode)
    {
        (int refused, int same, int different) = (0, 0, 0);
        foreach ((_, byte[] message) in Corruption.OfEveryByte(callData))
        {
            ContractCall? call = decode(message);
            bool isSame = call is not null && call.Encode().AsSpan().SequenceEqual(callData);
            refused += call is null ? 1 : 0;
            same += isSame ? 1 : 0;
            different += call is not null && !isSame ? 1 : 0;
        }

        return (refused, same, different);
    }

    private static void Count(SortedDictionary<string, int> counts, string fate) =>
        counts[fate] = counts.GetValueOrDefault(fate) + 1;
}
