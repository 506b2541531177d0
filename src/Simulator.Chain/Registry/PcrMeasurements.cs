using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Registry;

/// <summary>The measurements of an enclave image: PCR 0, 1 and 2, 48 bytes each.</summary>
public sealed record PcrMeasurements(byte[] Pcr0, byte[] Pcr1, byte[] Pcr2)
{
    internal static PcrMeasurements? Read(ref AbiReader arguments)
    {
        AbiReader tuple = arguments.Dynamic();
        PcrMeasurements measurements = new(tuple.Bytes(), tuple.Bytes(), tuple.Bytes());
        return tuple.IsValid ? measurements : null;
    }

    internal AbiWriter ToAbi() => new AbiWriter().Bytes(Pcr0).Bytes(Pcr1).Bytes(Pcr2);

    /// <summary>Keccak-256 of the three one after another; lengths are not checked, as in the contract.</summary>
    public Hash32 Hash() => Keccak256.Hash([.. Pcr0, .. Pcr1, .. Pcr2]);
}
