using Simulator.Protocol.Blobs;
using Simulator.Protocol.Channels;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Ohttp;
using Simulator.Protocol.Pipe;
using Simulator.Protocol.Registry;
using Simulator.Protocol.Settlement;
using Simulator.Protocol.Tensors;
using Simulator.Protocol.Tests.Channels;
using Simulator.Protocol.Tests.Ethereum;
using Simulator.Protocol.Tests.Ohttp;
using Simulator.Protocol.Tests.Settlement;
using Simulator.Protocol.Tests.X402;

namespace Simulator.Protocol.Tests.Corruption.Messages;

/// <summary>Call data of every function the library knows, without the transaction that carries and signs it.</summary>
internal static class CallMessages
{
    private static readonly ChannelConfig Config = new ChannelScenario().Config;
    private static readonly Address Channels = Deployments.BatchSettlement;
    private static readonly Address Relay = new([.. Enumerable.Repeat((byte)0x51, 20)]);
    private static readonly Address Registry = new([.. Enumerable.Repeat((byte)0x4E, 20)]);
    private static readonly VoucherClaim[] Claims = [new(Config, 7, [1, 2, 3], 5)];
    private static readonly OhttpKeyTerms KeyTerms = OhttpKeyTerms.Of(OhttpSample.Config);
    private static readonly RegisterTeeCall Registration =
        new(Registry, [9, 10], [11, 12, 13], [14, 15], Payments.Facilitator, "https://node.example", TeeType: 0);

    public static IReadOnlyList<MessageType> Types { get; } =
    [
        .. ContractCallTests.Calls.Select(Of),
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
            BatchSettleCall.Of(Relay, SettlementSample.InputHash, 20, BlobId.Of("blob"u8)),
            SettleIndividualCall.Of(Relay, SettlementSample.Rows[0], Relay, BlobId.Of("blob"u8)),
            Registration,
            new RegisterTeeWithOhttpCall(Registry, Registration, KeyTerms, [16, 17]),
            new EnableTeeCall(Registry, SettlementSample.InputHash),
            new DisableTeeCall(Registry, SettlementSample.InputHash),
            new HeartbeatCall(Registry, SettlementSample.InputHash, 1_770_000_000UL, [18, 19]),
            new SetOhttpConfigCall(Registry, SettlementSample.InputHash, KeyTerms, [20, 21]),
            new ClearOhttpConfigCall(Registry, SettlementSample.InputHash),
            new GetActiveTeesCall(Registry, 0),
            new GetEnabledTeesCall(Registry, 1),
            new GetTeeCall(Registry, SettlementSample.InputHash),
            new IsTeeActiveCall(Registry, SettlementSample.InputHash),
            new IsTeeEnabledCall(Registry, SettlementSample.InputHash),
            new AggregateCall(Registry, [(Registry, [22, 23]), (Relay, [])]),
            new RunModelCall(
                Registry,
                "QmModel",
                InferenceMode.Tee,
                new TensorSet(
                    [new FixedPointTensor("x", [new FixedPoint(15, 1), new FixedPoint(-1, 3)], [1, 2])],
                    [new StringTensor("words", ["", "naïve"], [2])])),
        }.Select(Of),
    ];

    private static MessageType Of(ContractCall sample)
    {
        Meaning meaning = Meaning.Of(sample);
        byte[] data = sample.Encode();
        return new MessageType(
            $"call {sample.GetType().Name[..^4]} {sample.Selector} of {data.Length} bytes",
            data,
            bytes => ContractCalls.TryDecode(sample.Target, bytes, out ContractCall? call, out CallRefusal refusal)
                ? Fate.Accepted(meaning.FirstDifference(Meaning.Of(call)))
                : Fate.Refused(refusal));
    }
}
