using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Simulator.Protocol.Attestation;

/// <summary>What an enclave asks its hardware to attest.</summary>
/// <param name="ModuleId">Instance and enclave, <c>i-…-enc…</c>.</param>
/// <param name="Measurements">Registers 0 to 2, as the hardware measured the image.</param>
/// <param name="TimestampMilliseconds">The hardware's clock, Unix milliseconds.</param>
/// <param name="UserData">See <see cref="KeyBinding.Encode"/>.</param>
public sealed record AttestationRequest(
    string ModuleId, EnclaveMeasurements Measurements, ulong TimestampMilliseconds, ReadOnlyMemory<byte> UserData)
{
    private const int RegisterCount = 16;
    private const int InstanceRegister = 4;

    /// <summary>The real gateway's launcher leaves this placeholder here.</summary>
    public ReadOnlyMemory<byte> PublicKey { get; init; } = "dummy"u8.ToArray();

    /// <summary>20 bytes from whoever asked; the chain does not look at them.</summary>
    public ReadOnlyMemory<byte>? Nonce { get; init; }

    /// <summary>A module id made from any name, in the vendor's form.</summary>
    public static string ModuleIdOf(string instance, int boot)
    {
        string digits = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(instance)));
        string enclave = Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(instance + " " + boot.ToString(CultureInfo.InvariantCulture))));
        return "i-" + digits[..17] + "-enc" + enclave[..16];
    }

    /// <summary>Sixteen registers of 48 bytes: the image's three, the instance's own, zeros.</summary>
    internal ImmutableSortedDictionary<int, ImmutableArray<byte>> Registers()
    {
        ImmutableSortedDictionary<int, ImmutableArray<byte>>.Builder registers =
            ImmutableSortedDictionary.CreateBuilder<int, ImmutableArray<byte>>();
        for (int i = 0; i < RegisterCount; i++)
        {
            registers[i] = [.. new byte[SHA384.HashSizeInBytes]];
        }

        registers[0] = Measurements.Pcr0;
        registers[1] = Measurements.Pcr1;
        registers[2] = Measurements.Pcr2;
        registers[InstanceRegister] = [.. SHA384.HashData(Encoding.UTF8.GetBytes(ModuleId.Split("-enc")[0]))];
        return registers.ToImmutable();
    }
}
