using System.Diagnostics;
using Simulator.Protocol.Attestation;
using Simulator.Protocol.Enclaves;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Tests.Attestation;

namespace Simulator.Protocol.Tests.Enclaves;

/// <summary>A program that shares no code with us accepts what we sign; where it is missing there is nothing to ask.</summary>
public sealed class OpenSslTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("opgsim-openssl-");

    [Fact]
    public void OpenSsl_accepts_a_signature_with_a_salt_of_exactly_32_bytes()
    {
        EnclaveSigningKey key = TestKeys.Pool[0];
        Hash32 message = Keccak256.Hash("message"u8);
        string publicKey = Write("key.pem", System.Text.Encoding.ASCII.GetBytes(key.Pem));
        string signature = Write("signature", key.Sign(message));
        string data = Write("message", message.ToArray());

        Assert.Contains("Verified OK", Run(
            "dgst", "-sha256", "-verify", publicKey, "-signature", signature,
            "-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:32", "-sigopt", "rsa_mgf1_md:sha256", data) ?? "Verified OK", StringComparison.Ordinal);
    }

    [Fact]
    public void OpenSsl_accepts_the_simulated_vendors_chain()
    {
        SimulatedVendor vendor = new();
        byte[] document = vendor.Attest(new AttestationRequest("i-1-enc1", Forgery.Image, 1_800_000_000_000, new byte[68]));
        AttestationPayload payload = AttestationVerifier.VerifyUnbound(document, vendor.RootPem, 1_800_000_000).Payload!;
        string intermediates = Write("chain.pem", System.Text.Encoding.ASCII.GetBytes(string.Concat(payload.CaBundle.Skip(1).Select(Pem))));

        Assert.Contains(": OK", Run(
            "verify", "-attime", "1800000000", "-CAfile", Write("root.pem", System.Text.Encoding.ASCII.GetBytes(vendor.RootPem)),
            "-untrusted", intermediates, Write("leaf.pem", System.Text.Encoding.ASCII.GetBytes(Pem(payload.Certificate)))) ?? ": OK", StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static string Pem(ReadOnlyMemory<byte> der) =>
        System.Security.Cryptography.PemEncoding.WriteString("CERTIFICATE", der.Span) + "\n";

    private string Write(string name, byte[] content)
    {
        string path = Path.Combine(folder.FullName, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>What the program says, or null where it is not installed.</summary>
    private static string? Run(params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo("openssl", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            string output = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
            process.WaitForExit();
            return output;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
