using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Simulator.Experiments;

/// <summary>Tells builds of the program apart: runs of two builds must not stand in one journal.</summary>
internal static class ProgramIdentity
{
    /// <summary>SHA-256 over the module ids of the product's assemblies, 64 hexadecimal digits.</summary>
    public static string Hash { get; } = Compute();

    private static string Compute()
    {
        SortedDictionary<string, Guid> modules = new(StringComparer.Ordinal);
        Collect(typeof(ProgramIdentity).Assembly, modules);
        string text = string.Concat(modules.Select(module => $"{module.Key} {module.Value}\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static void Collect(Assembly assembly, SortedDictionary<string, Guid> modules)
    {
        if (!modules.TryAdd(assembly.GetName().Name!, assembly.ManifestModule.ModuleVersionId))
        {
            return;
        }

        IEnumerable<AssemblyName> own = assembly.GetReferencedAssemblies()
            .Where(name => name.Name!.StartsWith("Simulator.", StringComparison.Ordinal));
        foreach (AssemblyName name in own)
        {
            Collect(Assembly.Load(name), modules);
        }
    }
}
