using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Registry;

/// <summary>The records of all active enclaves of one type; see <see cref="RegistryEntry.TryReadList"/>.</summary>
public sealed record GetActiveTeesCall(Address Target, byte TeeType) : ContractCall(Target)
{
    public static readonly Selector Function = Selector.Of("getActiveTEEs(uint8)");

    public override Selector Selector => Function;

    internal static GetActiveTeesCall Read(Address target, ref AbiReader arguments) =>
        new(target, (byte)arguments.Number(8).Low);

    protected override void WriteArguments(AbiWriter writer) => writer.Number((ulong)TeeType);
}

/// <summary>The ids of all enabled enclaves of one type, whatever their heartbeats.</summary>
public sealed record GetEnabledTeesCall(Address Target, byte TeeType) : ContractCall(Target)
{
    public static readonly Selector Function = Selector.Of("getEnabledTEEs(uint8)");

    public override Selector Selector => Function;

    internal static GetEnabledTeesCall Read(Address target, ref AbiReader arguments) =>
        new(target, (byte)arguments.Number(8).Low);

    protected override void WriteArguments(AbiWriter writer) => writer.Number((ulong)TeeType);
}

/// <summary>The record of one enclave; reverts with TEENotFound for an unknown one.</summary>
public sealed record GetTeeCall(Address Target, Hash32 TeeId) : ContractCall(Target)
{
    public static readonly Selector Function = Selector.Of("getTEE(bytes32)");

    public override Selector Selector => Function;

    internal static GetTeeCall Read(Address target, ref AbiReader arguments) => new(target, arguments.Word());

    protected override void WriteArguments(AbiWriter writer) => writer.Word(TeeId);
}

/// <summary>Whether an enclave is active: enabled, heard of lately, and of an approved measurement.</summary>
public sealed record IsTeeActiveCall(Address Target, Hash32 TeeId) : ContractCall(Target)
{
    public static readonly Selector Function = Selector.Of("isTEEActive(bytes32)");

    public override Selector Selector => Function;

    internal static IsTeeActiveCall Read(Address target, ref AbiReader arguments) => new(target, arguments.Word());

    protected override void WriteArguments(AbiWriter writer) => writer.Word(TeeId);
}

/// <summary>The stored flag alone; false for an unknown enclave.</summary>
public sealed record IsTeeEnabledCall(Address Target, Hash32 TeeId) : ContractCall(Target)
{
    public static readonly Selector Function = Selector.Of("isTEEEnabled(bytes32)");

    public override Selector Selector => Function;

    internal static IsTeeEnabledCall Read(Address target, ref AbiReader arguments) => new(target, arguments.Word());

    protected override void WriteArguments(AbiWriter writer) => writer.Word(TeeId);
}
