using Simulator.Chain.Execution;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Registry;

/// <summary>The root that attestation documents must lead to: PEM text, or empty for the vendor's own.</summary>
public sealed record SetAwsRootCertificateCall(Address Target, byte[] Certificate) : PricedCall(Target)
{
    public static readonly Selector Function = Selector.Of("setAWSRootCertificate(bytes)");

    public override Selector Selector => Function;

    public override ulong Gas => GasTable.RegistryAdmin;

    internal static SetAwsRootCertificateCall Read(Address target, ref AbiReader arguments) =>
        new(target, arguments.Bytes());

    protected override void WriteArguments(AbiWriter writer) => writer.Bytes(Certificate);
}

/// <summary>Adds a type of enclave; there is no way to remove one.</summary>
public sealed record AddTeeTypeCall(Address Target, byte TypeId, string Name) : PricedCall(Target)
{
    public static readonly Selector Function = Selector.Of("addTEEType(uint8,string)");

    public override Selector Selector => Function;

    public override ulong Gas => GasTable.RegistryAdmin;

    internal static AddTeeTypeCall Read(Address target, ref AbiReader arguments) =>
        new(target, (byte)arguments.Number(8).Low, arguments.Text());

    protected override void WriteArguments(AbiWriter writer) => writer.Number((ulong)TypeId).Text(Name);
}

/// <summary>Lets a measurement run as a type of enclave. Enclaves disabled by a revocation stay disabled.</summary>
public sealed record ApprovePcrCall(
    Address Target,
    PcrMeasurements Measurements,
    string Version,
    byte TeeType) : PricedCall(Target)
{
    public static readonly Selector Function = Selector.Of("approvePCR((bytes,bytes,bytes),string,uint8)");

    public override Selector Selector => Function;

    public override ulong Gas => GasTable.RegistryAdmin;

    internal static ApprovePcrCall? Read(Address target, ref AbiReader arguments)
    {
        return PcrMeasurements.Read(ref arguments) is { } measurements
            ? new(target, measurements, arguments.Text(), (byte)arguments.Number(8).Low)
            : null;
    }

    protected override void WriteArguments(AbiWriter writer) =>
        writer.Dynamic(Measurements.ToAbi()).Text(Version).Number((ulong)TeeType);
}

/// <summary>Takes an approval back and disables every enabled enclave that runs this measurement, at once.</summary>
public sealed record RevokePcrCall(Address Target, Hash32 PcrHash, byte TeeType) : PricedCall(Target)
{
    public static readonly Selector Function = Selector.Of("revokePCR(bytes32,uint8)");

    public override Selector Selector => Function;

    public override ulong Gas => GasTable.RegistryAdmin;

    internal static RevokePcrCall Read(Address target, ref AbiReader arguments) =>
        new(target, arguments.Word(), (byte)arguments.Number(8).Low);

    protected override void WriteArguments(AbiWriter writer) => writer.Word(PcrHash).Number((ulong)TeeType);
}

/// <summary>How old a heartbeat may be, in seconds; any value.</summary>
public sealed record SetHeartbeatMaxAgeCall(Address Target, UInt256 Seconds) : PricedCall(Target)
{
    public static readonly Selector Function = Selector.Of("setHeartbeatMaxAge(uint256)");

    public override Selector Selector => Function;

    public override ulong Gas => GasTable.RegistryAdmin;

    internal static SetHeartbeatMaxAgeCall Read(Address target, ref AbiReader arguments) =>
        new(target, arguments.Number());

    protected override void WriteArguments(AbiWriter writer) => writer.Number(Seconds);
}
