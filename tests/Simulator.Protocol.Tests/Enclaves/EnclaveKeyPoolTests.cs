using Simulator.Protocol.Enclaves;

namespace Simulator.Protocol.Tests.Enclaves;

public sealed class EnclaveKeyPoolTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "opgsim-keys-" + Guid.NewGuid().ToString("N"));

    [Theory]
    [InlineData(0, "0xec49459839364a96e1d6e43cf0b3c133a8405748ee0b9e4b041e9469b55761bc")]
    [InlineData(1, "0x579b93af702dd96c3562362b2c618fdcfb525300419074fc9d0f1b25d9b2c0d0")]
    [InlineData(2, "0x7aa3b805534dd1a06e649733fda57a2df581a6476a16226d2cfc46e680c1922a")]
    [InlineData(3, "0x709b1ffc98de9cf3a7fd474381ce3eb6705d736fae1525812ea271f7e6034b7b")]
    public void A_key_of_the_pool_is_the_same_on_every_machine(int index, string teeId)
    {
        Assert.Equal(teeId, TestKeys.Pool[index].TeeId.ToString());
    }

    [Fact]
    public void A_managed_library_finds_the_same_primes()
    {
        System.Numerics.BigInteger prime = PrimeSearch.Find(42);
        byte[] bytes = prime.ToByteArray(isUnsigned: true, isBigEndian: true);

        Assert.Equal(1024, prime.GetBitLength());
        Assert.True(new Org.BouncyCastle.Math.BigInteger(1, bytes).IsProbablePrime(100));
        Assert.Equal(prime, PrimeSearch.Find(42, ManagedPrimality));
    }

    [Fact]
    public void First_boots_take_the_first_keys_and_no_two_boots_share_one()
    {
        Assert.Equal(7, new BootIdentity(node: 7, boot: 0).KeyIndex);
        HashSet<int> indexes = [];
        for (int node = 0; node < 100; node++)
        {
            for (int boot = 0; boot < 100; boot++)
            {
                Assert.True(indexes.Add(new BootIdentity(node, boot).KeyIndex));
            }
        }

        Assert.Equal(int.MaxValue, new BootIdentity(BootIdentity.NodeLimit - 1, BootIdentity.BootLimit - 1).KeyIndex);
    }

    [Fact]
    public void A_cached_key_is_read_back_and_a_damaged_file_is_searched_anew()
    {
        EnclaveSigningKey first = new EnclaveKeyPool(folder)[5];
        string file = Assert.Single(Directory.GetFiles(folder));

        Assert.Equal(first.TeeId, new EnclaveKeyPool(folder)[5].TeeId);

        byte[] damaged = File.ReadAllBytes(file);
        damaged[10] ^= 1;
        File.WriteAllBytes(file, damaged);
        Assert.Equal(first.TeeId, new EnclaveKeyPool(folder)[5].TeeId);
        Assert.NotEqual(damaged, File.ReadAllBytes(file));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_only_costs_time()
    {
        File.WriteAllText(folder, "a file where the folder should be");

        Assert.Equal(TestKeys.Pool[0].TeeId, new EnclaveKeyPool(folder)[0].TeeId);
    }

    [Fact]
    public void Many_boots_are_prepared_at_once()
    {
        EnclaveKeyPool pool = new(folder);

        pool.Prepare([new BootIdentity(0, 0), new BootIdentity(1, 0), new BootIdentity(0, 0)]);

        Assert.Equal(2, Directory.GetFiles(folder).Length);
        Assert.Equal(TestKeys.Pool[1].TeeId, pool.KeyOf(new BootIdentity(1, 0)).TeeId);
    }

    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        File.Delete(folder);
    }

    private static bool ManagedPrimality(System.Numerics.BigInteger candidate) =>
        new Org.BouncyCastle.Math.BigInteger(1, candidate.ToByteArray(isUnsigned: true, isBigEndian: true)).IsProbablePrime(100);
}
