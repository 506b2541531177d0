using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Enclaves;

/// <summary>GET /enclave/attestation and /signing-key over a connection whose TLS certificate is read as well.</summary>
/// <param name="Call">The caller's number for this call.</param>
/// <param name="Nonce">20 bytes of the caller's choice.</param>
public sealed record GetAttestation(ulong Call, byte[] Nonce) : Message, IMessage<GetAttestation>
{
    public static ushort Number => 262;

    public override ushort TypeNumber => Number;

    public override long WireBytes => 2 * HttpSize.Request(2 * Nonce.Length);

    public static GetAttestation Read(ref MessageReader reader) => new(reader.UInt64(), reader.Bytes());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Call);
        writer.Bytes(Nonce);
    }
}
