using System.Runtime.InteropServices;

namespace Simulator.Protocol.Enclaves;

/// <summary>The few OpenSSL 3 calls the base class library does not expose: raw RSA and a primality test.</summary>
internal static class LibCrypto
{
    public const int RsaNoPadding = 3;

    private const string Library = "libcrypto.so.3";

    public static bool IsAvailable { get; } = Probe();

    [DllImport(Library, EntryPoint = "d2i_AutoPrivateKey")]
    public static extern nint DecodePrivateKey(nint reuse, ref nint der, nint length);

    [DllImport(Library, EntryPoint = "EVP_PKEY_free")]
    public static extern void FreeKey(nint key);

    [DllImport(Library, EntryPoint = "EVP_PKEY_CTX_new")]
    public static extern nint NewContext(nint key, nint engine);

    [DllImport(Library, EntryPoint = "EVP_PKEY_CTX_free")]
    public static extern void FreeContext(nint context);

    [DllImport(Library, EntryPoint = "EVP_PKEY_sign_init")]
    public static extern int InitialiseSigning(nint context);

    [DllImport(Library, EntryPoint = "EVP_PKEY_CTX_set_rsa_padding")]
    public static extern int SetRsaPadding(nint context, int padding);

    [DllImport(Library, EntryPoint = "EVP_PKEY_sign")]
    public static extern int Sign(
        nint context, ref byte signature, ref nint signatureLength, ref byte input, nint inputLength);

    [DllImport(Library, EntryPoint = "BN_bin2bn")]
    public static extern nint NewNumber(ref byte bigEndian, int length, nint reuse);

    [DllImport(Library, EntryPoint = "BN_free")]
    public static extern void FreeNumber(nint number);

    [DllImport(Library, EntryPoint = "BN_check_prime")]
    public static extern int CheckPrime(nint number, nint context, nint progress);

    [DllImport(Library, EntryPoint = "OPENSSL_version_major")]
    private static extern uint MajorVersion();

    private static bool Probe()
    {
        try
        {
            return MajorVersion() == 3;
        }
        catch (Exception missing)
            when (missing is DllNotFoundException or EntryPointNotFoundException or BadImageFormatException)
        {
            return false;
        }
    }
}
