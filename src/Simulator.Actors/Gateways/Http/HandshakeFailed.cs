using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Gateways.Http;

/// <summary>The TLS connection did not come about; the request was never read.</summary>
/// <param name="Attempt">Number of the user's request.</param>
/// <param name="Reason">Name of the failure.</param>
public sealed record HandshakeFailed(int Attempt, string Reason) : Message, IMessage<HandshakeFailed>
{
    /// <summary>The server's certificate is not the registered one.</summary>
    public const string CertificateMismatch = "tls_certificate_mismatch";

    /// <summary>Nothing listens: the enclave is still booting.</summary>
    public const string ConnectionRefused = "connection_refused";

    public static ushort Number => 272;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.ResponseOverhead;

    public static HandshakeFailed Read(ref MessageReader reader) => new(reader.RequestNumber(), reader.Text());

    public override void Write(ref MessageWriter writer)
    {
        writer.VarUInt((ulong)Attempt);
        writer.Text(Reason);
    }
}
