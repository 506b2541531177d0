using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Permit2;

/// <summary>
/// The proxies' <c>EIP2612Permit</c>: an allowance for Permit2 granted in the same transaction as the settlement.
/// </summary>
/// <param name="Value">Must equal the permitted amount.</param>
/// <param name="Deadline">Unix seconds.</param>
/// <param name="Signature">The payer's; the proxy takes r, s before v.</param>
public sealed record SponsoredPermit(UInt256 Value, UInt256 Deadline, EthereumSignature Signature)
{
    internal static SponsoredPermit Read(ref AbiReader arguments)
    {
        UInt256 value = arguments.Number();
        UInt256 deadline = arguments.Number();
        UInt256 r = arguments.Number();
        UInt256 s = arguments.Number();
        return new SponsoredPermit(
            value, deadline, new EthereumSignature(r, s, (byte)(ulong)arguments.Number(8).Low));
    }

    internal void Write(AbiWriter writer) =>
        writer.Number(Value).Number(Deadline).Number(Signature.R).Number(Signature.S).Number((ulong)Signature.V);
}
