using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Ohttp;

namespace Simulator.Protocol.Registry;

/// <summary>
/// Registers an enclave by its attestation document. Endpoint and payment address are the operator's word.
/// </summary>
public sealed record RegisterTeeCall(
    Address Target,
    byte[] Document,
    byte[] SigningPublicKey,
    byte[] TlsCertificate,
    Address PaymentAddress,
    string Endpoint,
    byte TeeType) : ContractCall(Target)
{
    public static readonly Selector Function = Selector.Of(
        "registerTEEWithAttestation(bytes,bytes,bytes,address,string,uint8)");

    public override Selector Selector => Function;

    internal static RegisterTeeCall Read(Address target, ref AbiReader arguments) =>
        new(
            target,
            arguments.Bytes(),
            arguments.Bytes(),
            arguments.Bytes(),
            arguments.Address(),
            arguments.Text(),
            (byte)arguments.Number(8).Low);

    internal AbiWriter Write(AbiWriter writer) =>
        writer.Bytes(Document).Bytes(SigningPublicKey).Bytes(TlsCertificate)
            .Address(PaymentAddress).Text(Endpoint).Number((ulong)TeeType);

    protected override void WriteArguments(AbiWriter writer) => Write(writer);
}

/// <summary>Registers an enclave together with its signed OHTTP key.</summary>
public sealed record RegisterTeeWithOhttpCall(
    Address Target,
    RegisterTeeCall Registration,
    OhttpKeyTerms Config,
    byte[] ConfigSignature) : ContractCall(Target)
{
    public static readonly Selector Function = Selector.Of(
        "registerTEEWithAttestationAndOHTTPConfig"
        + "(bytes,bytes,bytes,address,string,uint8,(uint8,uint16,uint16,uint16,bytes,bytes),bytes)");

    public override Selector Selector => Function;

    internal static RegisterTeeWithOhttpCall? Read(Address target, ref AbiReader arguments)
    {
        RegisterTeeCall registration = RegisterTeeCall.Read(target, ref arguments);
        return OhttpKeyTerms.Read(ref arguments) is { } config
            ? new(target, registration, config, arguments.Bytes())
            : null;
    }

    protected override void WriteArguments(AbiWriter writer) =>
        Registration.Write(writer).Dynamic(Config.ToAbi()).Bytes(ConfigSignature);
}
