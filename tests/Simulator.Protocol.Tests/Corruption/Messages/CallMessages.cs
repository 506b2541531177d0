using Simulator.Protocol.Blobs;
using Simulator.Protocol.Channels;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Settlement;
using Simulator.Protocol.Tests.Channels;
using Simulator.Protocol.Tests.Ethereum;
using Simulator.Protocol.Tests.Settlement;
using Simulator.Protocol.Tests.X402;

namespace Simulator.Protocol.Tests.Corruption.Messages;

/// <summary>Call data of every function the library knows, without the transaction that carries and signs it.</summary>
internal static class CallMessages
{
    private static readonly ChannelConfig Config = new ChannelScenario().Config;
    private static readonly Address Channels = Deployments.BatchSettlement;
    private static readonly Address Relay = new([.. Enumerable.Repeat((byte)0x51, 20)]);
    private static readonly VoucherClaim[] Claims = [new(Config, 7, [1, 2, 3], 5)];

    public static IReadOnlyList<MessageType> Types { get; } =
    [
        .. ContractCallTests.Calls.Select(Known),
        .. new ContractCall[]
        {
            new ChannelDepositCall(Channels, Config, 5000, Deployments.Erc3009DepositCollector, [4, 5]),
            new ChannelClaimCall(Channels, Claims),
            new ChannelClaimCall(Channels, Claims, [6, 7]),
            new ChannelSettleCall(Channels, Payments.Payer, Deployments.UsdcBase),
            new ChannelWithdrawCall(Channels, Config, 9),
            new ChannelWithdrawCall(Channels, Config, null),
            new ChannelRefundCall(Channels, Config, 9),
            new ChannelRefundCall(Channels, Config, 9, UInt256.One, [8]),
        }.Select(Known),
        Of(BatchSettleCall.Of(Relay, SettlementSample.InputHash, 20, BlobId.Of("blob"u8)), DecodeBatch),
        Of(SettleIndividualCall.Of(Relay, SettlementSample.Rows[0], Relay, BlobId.Of("blob"u8)), DecodeIndividual),
    ];

    private static MessageType Known(ContractCall sample) => Of(
        sample, bytes => ContractCalls.TryDecode(sample.Target, bytes, out ContractCall? call) ? call : null);

    private static MessageType Of(ContractCall sample, Func<byte[], ContractCall?> decode)
    {
        Meaning meaning = Meaning.Of(sample);
        byte[] data = sample.Encode();
        return new MessageType(
            $"call {sample.GetType().Name[..^4]} {sample.Selector} of {data.Length} bytes",
            data,
            bytes => decode(bytes) is { } call
                ? Fate.Accepted(meaning.FirstDifference(Meaning.Of(call)))
                : Fate.Refused("CallMalformed"));
    }

    private static BatchSettleCall? DecodeBatch(byte[] bytes) =>
        BatchSettleCall.TryDecode(Relay, bytes, out BatchSettleCall? call) ? call : null;

    private static SettleIndividualCall? DecodeIndividual(byte[] bytes) =>
        SettleIndividualCall.TryDecode(Relay, bytes, out SettleIndividualCall? call) ? call : null;
}
