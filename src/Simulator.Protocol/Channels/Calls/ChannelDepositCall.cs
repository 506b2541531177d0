using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Permit2;
using Simulator.Protocol.X402;

namespace Simulator.Protocol.Channels;

/// <summary>The settlement contract's <c>deposit</c>.</summary>
/// <param name="Target">The contract.</param>
/// <param name="Config">The channel's terms.</param>
/// <param name="Amount">Atomic units.</param>
/// <param name="Collector">The contract that fetches the money.</param>
/// <param name="CollectorData">What that contract needs for it.</param>
public sealed record ChannelDepositCall(
    Address Target, ChannelConfig Config, UInt128 Amount, Address Collector, byte[] CollectorData)
    : ContractCall(Target)
{
    public static readonly Selector Function =
        Selector.Of($"deposit({ConfigArguments.Type},uint128,address,bytes)");

    public override Selector Selector => Function;

    /// <summary>The call that makes a client's deposit; <paramref name="permit"/> is its sponsored allowance for Permit2.</summary>
    public static ChannelDepositCall For(DepositPayload payload, SponsoredPermit? permit = null) =>
        payload.Authorization switch
        {
            DepositEip3009Authorization authorization => new(
                Deployments.BatchSettlement,
                payload.Config,
                payload.Amount,
                Deployments.Erc3009DepositCollector,
                Eip3009Data(authorization)),
            DepositPermit2Authorization authorization => new(
                Deployments.BatchSettlement,
                payload.Config,
                payload.Amount,
                Deployments.Permit2DepositCollector,
                Permit2Data(authorization, permit)),
            _ => throw Invariant.Unreachable(payload.Authorization),
        };

    internal static ChannelDepositCall Read(Address target, ref AbiReader arguments) =>
        new(
            target,
            ConfigArguments.Read(ref arguments),
            arguments.Number(128).Low,
            arguments.Address(),
            arguments.Bytes());

    protected override void WriteArguments(AbiWriter writer) =>
        ConfigArguments.Write(writer, Config).Number(Amount).Address(Collector).Bytes(CollectorData);

    private static byte[] Eip3009Data(DepositEip3009Authorization authorization) =>
        new AbiWriter()
            .Number(authorization.ValidAfter)
            .Number(authorization.ValidBefore)
            .Word(authorization.Salt)
            .Bytes(CounterfactualSignature.Unwrap(authorization.Signature))
            .ToArray();

    private static byte[] Permit2Data(DepositPermit2Authorization authorization, SponsoredPermit? permit) =>
        new AbiWriter()
            .Number(authorization.Nonce)
            .Number(authorization.Deadline)
            .Bytes(CounterfactualSignature.Unwrap(authorization.Signature))
            .Bytes(permit is null ? [] : PermitData(permit))
            .ToArray();

    private static byte[] PermitData(SponsoredPermit permit) =>
        new AbiWriter()
            .Number(permit.Value)
            .Number(permit.Deadline)
            .Number((ulong)permit.Signature.V)
            .Number(permit.Signature.R)
            .Number(permit.Signature.S)
            .ToArray();
}
