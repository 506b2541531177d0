using System.Reflection;
using System.Security.Cryptography;

namespace Simulator.Reporting;

/// <summary>What the build brought along for charts, and where the rest of it is cached.</summary>
internal static class ChartPackages
{
    private const int KeyLength = 16;

    /// <summary>ECharts for the browser; null when the build had no npm.</summary>
    public static string? ECharts => Read("echarts.min.js");

    public static string RenderScript => Read("render.mjs")!;

    public static string Read(string name, string otherwise) => Read(name) ?? otherwise;

    /// <summary>The cache folder that belongs to this build's lock file, whether or not it exists.</summary>
    public static string CacheFolder()
    {
        using Stream stream = Open("package-lock.json")!;
        string key = Convert.ToHexStringLower(SHA256.HashData(stream))[..KeyLength];
        return Path.Combine(CacheRoot(), "opgsim", "charts", key);
    }

    private static string CacheRoot()
    {
        string? root = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        if (!string.IsNullOrEmpty(root))
        {
            return root;
        }

        string? home = Environment.GetEnvironmentVariable("HOME");
        return string.IsNullOrEmpty(home)
            ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : Path.Combine(home, ".cache");
    }

    private static string? Read(string name)
    {
        using Stream? stream = Open(name);
        if (stream is null)
        {
            return null;
        }

        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }

    private static Stream? Open(string name) => Assembly.GetExecutingAssembly().GetManifestResourceStream(name);
}
