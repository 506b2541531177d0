using System.Security.Cryptography;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Network;

/// <summary>Names of TLS certificates: SHA-256 of their DER form.</summary>
internal static class Pins
{
    public static Hash32 Of(ReadOnlySpan<byte> certificate)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(certificate, digest);
        return new Hash32(digest);
    }
}
