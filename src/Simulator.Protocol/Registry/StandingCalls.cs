using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Ohttp;

namespace Simulator.Protocol.Registry;

/// <summary>Takes an enclave out of service; its owner or the admin may.</summary>
public sealed record DisableTeeCall(Address Target, Hash32 TeeId) : ContractCall(Target)
{
    public static readonly Selector Function = Selector.Of("disableTEE(bytes32)");

    public override Selector Selector => Function;

    internal static DisableTeeCall Read(Address target, ref AbiReader arguments) =>
        new(target, arguments.Word());

    protected override void WriteArguments(AbiWriter writer) => writer.Word(TeeId);
}

/// <summary>Puts an enclave back into service; its measurement must be approved.</summary>
public sealed record EnableTeeCall(Address Target, Hash32 TeeId) : ContractCall(Target)
{
    public static readonly Selector Function = Selector.Of("enableTEE(bytes32)");

    public override Selector Selector => Function;

    internal static EnableTeeCall Read(Address target, ref AbiReader arguments) =>
        new(target, arguments.Word());

    protected override void WriteArguments(AbiWriter writer) => writer.Word(TeeId);
}

/// <summary>Relays what the enclave signed: Keccak-256 of its id and a time in Unix seconds. Anybody may.</summary>
public sealed record HeartbeatCall(
    Address Target,
    Hash32 TeeId,
    UInt256 Timestamp,
    byte[] Signature) : ContractCall(Target)
{
    public static readonly Selector Function = Selector.Of("heartbeat(bytes32,uint256,bytes)");

    public override Selector Selector => Function;

    internal static HeartbeatCall Read(Address target, ref AbiReader arguments) =>
        new(target, arguments.Word(), arguments.Number(), arguments.Bytes());

    protected override void WriteArguments(AbiWriter writer) => writer.Word(TeeId).Number(Timestamp).Bytes(Signature);
}

/// <summary>Relays what the enclave signed about its OHTTP key. Anybody may.</summary>
public sealed record SetOhttpConfigCall(
    Address Target,
    Hash32 TeeId,
    OhttpKeyTerms Config,
    byte[] Signature) : ContractCall(Target)
{
    public static readonly Selector Function = Selector.Of(
        "setOHTTPConfig(bytes32,(uint8,uint16,uint16,uint16,bytes,bytes),bytes)");

    public override Selector Selector => Function;

    internal static SetOhttpConfigCall? Read(Address target, ref AbiReader arguments)
    {
        Hash32 id = arguments.Word();
        return OhttpKeyTerms.Read(ref arguments) is { } config ? new(target, id, config, arguments.Bytes()) : null;
    }

    protected override void WriteArguments(AbiWriter writer) =>
        writer.Word(TeeId).Dynamic(Config.ToAbi()).Bytes(Signature);
}

/// <summary>Forgets an enclave's OHTTP key; its owner or the admin may.</summary>
public sealed record ClearOhttpConfigCall(Address Target, Hash32 TeeId) : ContractCall(Target)
{
    public static readonly Selector Function = Selector.Of("clearOHTTPConfig(bytes32)");

    public override Selector Selector => Function;

    internal static ClearOhttpConfigCall Read(Address target, ref AbiReader arguments) =>
        new(target, arguments.Word());

    protected override void WriteArguments(AbiWriter writer) => writer.Word(TeeId);
}
