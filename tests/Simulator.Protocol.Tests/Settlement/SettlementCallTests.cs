using Simulator.Protocol.Blobs;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Settlement;

namespace Simulator.Protocol.Tests.Settlement;

/// <summary>Expected bytes follow the Solidity ABI specification; selectors and topics are the contract's.</summary>
public sealed class SettlementCallTests
{
    private static readonly BlobId Blob = BlobId.Of("blob"u8);
    private static readonly Address Relay = new([.. Enumerable.Repeat((byte)0x51, 20)]);
    private static readonly Address Payer = Address.Parse("0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf");

    [Fact]
    public void Selectors_are_the_contracts() => Assert.Equal(
        ("0x1b243ae6", "0x90480ad1"),
        (BatchSettleCall.Function.ToString(), SettleIndividualCall.Function.ToString()));

    [Fact]
    public void A_batch_call_carries_root_size_and_the_text_of_the_blob_id()
    {
        string call = Convert.ToHexStringLower(
            BatchSettleCall.Of(Relay, SettlementSample.InputHash, 20, Blob).Encode());

        Assert.Equal(
            "1b243ae6" + SettlementSample.InputHash.ToBareString() + Word(20) + Word(0x60) + Word(43) +
            Convert.ToHexStringLower(System.Text.Encoding.ASCII.GetBytes(Blob.ToString())) + new string('0', 42),
            call);
    }

    [Fact]
    public void An_individual_call_carries_two_byte_strings_behind_its_words()
    {
        SettlementRow row = SettlementSample.Rows[0];
        string call = Convert.ToHexStringLower(SettleIndividualCall.Of(Relay, row, Payer, Blob).Encode());

        Assert.Equal(
            "90480ad1" + row.TeeId.ToBareString() + row.InputHash.ToBareString() + row.OutputHash.ToBareString() +
            Word(1770000000) + new string('0', 24) + Convert.ToHexStringLower(Payer.ToArray()) +
            Word(0xe0) + Word(0x140) +
            BlobTail() + Word(4) + "abababab" + new string('0', 56),
            call);
    }

    [Fact]
    public void Calls_decode_to_what_was_encoded_and_truncated_ones_do_not()
    {
        BatchSettleCall batch = BatchSettleCall.Of(Relay, SettlementSample.InputHash, 20, Blob);
        SettleIndividualCall individual = SettleIndividualCall.Of(Relay, SettlementSample.Rows[1], Payer, Blob);

        Assert.True(BatchSettleCall.TryDecode(Relay, batch.Encode(), out BatchSettleCall? readBatch));
        Assert.True(
            SettleIndividualCall.TryDecode(Relay, individual.Encode(), out SettleIndividualCall? readIndividual));
        Assert.Equal(batch.Encode(), readBatch.Encode());
        Assert.Equal(individual.Row, readIndividual.Row);
        Assert.Equal(individual.Encode(), readIndividual.Encode());
        Assert.False(BatchSettleCall.TryDecode(Relay, individual.Encode(), out _));
        Assert.False(SettleIndividualCall.TryDecode(Relay, individual.Encode().AsSpan(0, 200), out _));
    }

    private static string BlobTail() =>
        Word(43) + Convert.ToHexStringLower(System.Text.Encoding.ASCII.GetBytes(Blob.ToString())) + new string('0', 42);

    private static string Word(int value) => value.ToString("x64", System.Globalization.CultureInfo.InvariantCulture);
}
